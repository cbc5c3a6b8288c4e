// Where logs and measurements are kept, and who is told.

@description('Name the resources begin with: 4 to 35 letters, digits and hyphens.')
@minLength(4)
@maxLength(35)
param name string

@description('Azure region.')
param location string

@description('Mail address that is told.')
param alertMail string

@description('Whether there is an Application Insights component for traces and metrics.')
param sight bool

@description('Tags of all of it.')
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: '${name}-log'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
    // Gigabytes a day, above which nothing more is taken until the next. What goes wrong over and over must not become a bill.
    workspaceCapping: {
      dailyQuotaGb: json('0.5')
    }
    features: {
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource component 'Microsoft.Insights/components@2020-02-02' = if (sight) {
  name: '${name}-sight'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    // The published exporter of the collector knows no identity, only the connection string.
    DisableLocalAuth: false
  }
}

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-told'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'bot'
    enabled: true
    emailReceivers: [
      {
        name: 'mail'
        emailAddress: alertMail
        useCommonAlertSchema: true
      }
    ]
  }
}

@description('Resource id of the workspace.')
output workspaceId string = workspace.id

@description('Resource id of the action group.')
output actionGroupId string = group.id

@description('Name of the Application Insights component; empty without one.')
output insightsName string = sight ? component.name : ''
