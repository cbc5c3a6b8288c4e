// The machine the bot runs on, and its settings.

@description('Name of the web app: 2 to 60 letters, digits and hyphens, no hyphen first or last, not yet used by anybody.')
@minLength(2)
@maxLength(60)
param name string

@description('Azure region.')
param location string

@description('Size of the plan, such as B1. Free and shared sizes fall asleep, and the bot could not remind anybody.')
param plan string

@description('How many instances run.')
@minValue(1)
param instances int

@description('Resource id of the identity the bot runs as.')
param identityId string

@description('Client id of that identity.')
param clientId string

@description('Tenant of that identity.')
param tenantId string

@description('Tenants in whose Teams the bot answers; empty for tenantId alone.')
param tenants array

@description('Address of the tables.')
param tableEndpoint string

@description('Resource id of the subnet the web app speaks from.')
param subnetId string

@description('Resource id of the Log Analytics workspace that takes the log and the numbers of the platform.')
param workspaceId string

@description('Name of the Application Insights component that traces and metrics go to; empty for none.')
param insightsName string

@description('Tags of the plan and the web app.')
param tags object

var sight = !empty(insightsName)

// 30 calls a second to one tenant are shared by all instances, and one more that runs while a new version comes.
var share = 30 / (instances + 1)

// The collector of OpenTelemetry as published, with nothing added: it listens on this machine only, takes what the bot sends, and hands it on.
var collectorImage = 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.152.1'
var collectorConfiguration = '''
receivers:
  otlp:
    protocols:
      http:
        endpoint: localhost:4318
processors:
  memory_limiter:
    check_interval: 5s
    limit_mib: 128
  batch: {}
exporters:
  azuremonitor: {}
service:
  telemetry:
    metrics:
      level: none
  pipelines:
    traces:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [azuremonitor]
    metrics:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [azuremonitor]
'''

resource component 'Microsoft.Insights/components@2020-02-02' existing = if (sight) {
  name: sight ? insightsName : 'none'
}

resource farm 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: plan
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: farm.id
    httpsOnly: true
    // No session has to stick to an instance.
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet Bot.dll'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      webSocketsEnabled: false
      // Ready, not live: an instance that cannot reach its tables or Teams is left out while another can, and the metric behind the alert means something.
      // Where none is ready, none is left out; after an hour one is replaced.
      healthCheckPath: '/health/ready'
    }
  }
}

// Deployments sign in with Entra; the passwords App Service would make for them open nothing.
resource ftpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource deploymentPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

var tenantSettings = toObject(range(0, length(tenants)), index => 'Bot__Tenants__${index}', index => tenants[index])

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: site
  name: 'appsettings'
  properties: union({
    MicrosoftAppType: 'UserAssignedMSI'
    MicrosoftAppId: clientId
    MicrosoftAppTenantId: tenantId
    Tables__Endpoint: tableEndpoint
    Tables__ManagedIdentityClientId: clientId
    Calendar__PublicAddress: 'https://${site.properties.defaultHostName}'
    Connector__TenantPerSecond: string(share)
    Connector__AnswersPerSecond: instances == 1 ? '3' : '2'
    Logging__Console__FormatterName: 'json'
    // The package is mounted as it was uploaded, so nothing can change the program, and the one before is one order away.
    WEBSITE_RUN_FROM_PACKAGE: '1'
    // Without it App Service kills after 5 seconds; the bot needs Server:StopSeconds, which are 25.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '40'
    WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '3'
  }, tenantSettings, sight ? {
    Telemetry__Endpoint: 'http://localhost:4318'
    COLLECTOR_CONFIGURATION: collectorConfiguration
    // Application Insights wants what happened since the last time, not since the start; the extremes of a lag would never come down.
    OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'delta'
    // Whoever has it can add measurements and read none.
    APPLICATIONINSIGHTS_CONNECTION_STRING: component!.properties.ConnectionString
  } : {})
}

resource collector 'Microsoft.Web/sites/sitecontainers@2024-11-01' = if (sight) {
  parent: site
  name: 'collector'
  properties: {
    image: collectorImage
    isMain: false
    authType: 'Anonymous'
    targetPort: '4318'
    startUpCommand: '--config=env:COLLECTOR_CONFIGURATION'
    // A value is the name of the setting it is taken from.
    environmentVariables: [
      {
        name: 'COLLECTOR_CONFIGURATION'
        value: 'COLLECTOR_CONFIGURATION'
      }
      {
        name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
        value: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
      }
    ]
  }
  dependsOn: [
    settings
  ]
}

// What the bot writes holds ids only. The log of requests is left out: the paths of calendars are secrets.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'log'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [for category in ['AppServiceConsoleLogs', 'AppServicePlatformLogs']: {
      category: category
      enabled: true
    }]
  }
}

@description('Resource id of the web app.')
output id string = site.id

@description('Host the bot answers on.')
output host string = site.properties.defaultHostName
