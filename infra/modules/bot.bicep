// The registration with the Bot Framework, and its one channel: Teams.

@description('Name of the bot: 2 to 64 letters, digits, hyphens, underscores and dots, not yet used by anybody.')
@minLength(2)
@maxLength(64)
param name string

@description('Host the bot answers on.')
param host string

@description('Resource id of the identity the bot runs as.')
param identityId string

@description('Client id of that identity.')
@minLength(36)
@maxLength(36)
param clientId string

@description('Tenant of that identity.')
@minLength(36)
@maxLength(36)
param tenantId string

@description('Tags of the bot.')
param tags object

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    // Free, and without a limit in Teams, which is a standard channel.
    name: 'F0'
  }
  properties: {
    displayName: 'Koordinationsbot'
    endpoint: 'https://${host}/api/messages'
    msaAppId: clientId
    msaAppType: 'UserAssignedMSI'
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
      deploymentEnvironment: 'CommercialDeployment'
      enableCalling: false
    }
  }
}
