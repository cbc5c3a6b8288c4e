// The storage account that keeps the bot's tables. Only Entra identities get in; there is no key that could leak.
// Part of main.bicep; also by itself, for a bot that runs elsewhere:
//   az deployment group create --resource-group <group> --template-file infra/modules/storage.bicep \
//     --parameters accountName=<name> principalId=<object id of the bot's identity>

targetScope = 'resourceGroup'

@description('Name of the storage account: 3 to 24 lower-case letters and digits, not yet used by anybody.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Azure region of the data, such as germanywestcentral.')
param location string = resourceGroup().location

@description('How often the data is kept: three times in one place (LRS), in three zones of the region (ZRS), or in a second region too (GRS, GZRS).')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param redundancy string = 'Standard_ZRS'

@description('Object id (not client id) of the identity the bot runs as. It gets the role Storage Table Data Contributor on this account and nothing else.')
@minLength(36)
@maxLength(36)
param principalId string

@description('What kind of identity that is: a managed identity is a ServicePrincipal; User is for trying it with your own account.')
@allowed([
  'ServicePrincipal'
  'User'
  'Group'
])
param principalType string = 'ServicePrincipal'

@description('Resource id of the subnet that may reach the account. Empty: none in particular.')
param subnetId string = ''

@description('Public IPv4 addresses or CIDR ranges that may reach the account. With neither these nor a subnet every address may try, and still needs the identity.')
@maxLength(400)
param allowedAddresses array = []

@description('Resource id of a Log Analytics workspace that collects the numbers of the table service. Empty: none are collected.')
param workspaceId string = ''

@description('Resource id of an action group that is told when the account grows beyond capacityLimit or the table service begins to refuse for its load. Empty: nobody is told.')
param actionGroupId string = ''

@description('Size in bytes from which the action group is told. A soft limit: nothing is refused because of it.')
@minValue(1048576)
param capacityLimit int = 10737418240

@description('Tags for all resources.')
param tags object = {}

// Built-in role: reads, writes and deletes tables and their rows.
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      bypass: 'None'
      defaultAction: empty(allowedAddresses) && empty(subnetId) ? 'Allow' : 'Deny'
      virtualNetworkRules: empty(subnetId) ? [] : [
        {
          id: subnetId
          action: 'Allow'
        }
      ]
      ipRules: [for address in allowedAddresses: {
        value: address
        action: 'Allow'
      }]
    }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, storageTableDataContributor)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
    principalId: principalId
    principalType: principalType
  }
}

// Tables know no waste basket. Whoever wants to delete the account, or the group around it, takes this away first.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds what the network has decided.'
  }
}

// Numbers only. The logs of single requests hold the rows' addresses, and with them who voted when.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (!empty(workspaceId)) {
  name: 'numbers'
  scope: tables
  properties: {
    workspaceId: workspaceId
    metrics: [
      {
        category: 'Transaction'
        enabled: true
      }
    ]
  }
}

resource capacityAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(actionGroupId)) {
  name: '${accountName}-capacity'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage account of the bot is larger than expected.'
    severity: 3
    enabled: true
    scopes: [
      account.id
    ]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'capacity'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'UsedCapacity'
          operator: 'GreaterThan'
          threshold: capacityLimit
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

resource throttlingAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(actionGroupId)) {
  name: '${accountName}-throttling'
  location: 'global'
  tags: tags
  properties: {
    description: 'The table service refuses requests of the bot because there are too many at once.'
    severity: 2
    enabled: true
    scopes: [
      tables.id
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'throttled'
          metricNamespace: 'Microsoft.Storage/storageAccounts/tableServices'
          metricName: 'Transactions'
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: [
                'ServerBusyError'
                'ClientThrottlingError'
                'ClientAccountRequestThrottlingError'
              ]
            }
          ]
          operator: 'GreaterThan'
          threshold: 100
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

@description('What the bot\'s setting Tables:Endpoint wants.')
output tableEndpoint string = account.properties.primaryEndpoints.table
