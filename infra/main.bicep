// Everything the bot needs in Azure, in one resource group, without a single secret:
// its identity, the registration with Teams, the web app, the tables, who is told when something is wrong, and a budget.
//   az deployment group create --resource-group <group> --template-file infra/main.bicep --parameters infra/main.bicepparam

targetScope = 'resourceGroup'

@description('Name of the bot and of its web app: 4 to 35 letters, digits and hyphens, no hyphen first or last, not yet used by anybody.')
@minLength(4)
@maxLength(35)
param name string

@description('Name of the storage account: 3 to 24 lower-case letters and digits, not yet used by anybody. Without it one is made from the resource group.')
@minLength(3)
@maxLength(24)
param storageName string = 'bot${uniqueString(resourceGroup().id)}'

@description('Azure region of everything, such as germanywestcentral.')
param location string = resourceGroup().location

@description('How often the data is kept: three times in one place (LRS), in three zones of the region (ZRS), or in a second region too (GRS, GZRS).')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param redundancy string = 'Standard_ZRS'

@description('Size of the web app. B1 is the smallest that stays awake; from S1 on a new version can be tried beside the old one (slots); P0v3 where several instances are to lie in several zones.')
@allowed([
  'B1'
  'B2'
  'S1'
  'S2'
  'P0v3'
  'P1v3'
])
param plan string = 'B1'

@description('How many instances run. One is enough for hundreds of people; two go on when one fails. B1 and B2 allow three.')
@minValue(1)
@maxValue(3)
param instances int = 1

@description('Tenants in whose Teams the bot answers, each a GUID. Empty: the tenant of this subscription alone.')
@maxLength(20)
param tenants array = []

@description('Public IPv4 addresses or CIDR ranges from which an administrator may reach the tables, for backups and moves. Empty: the bot alone reaches them.')
@maxLength(100)
param administratorAddresses array = []

@description('Whether traces and metrics go to Application Insights, by a collector beside the bot whose image comes from a public registry. Off: the platform alone is watched, and nothing but the bot has to start.')
param sight bool = false

@description('Mail address that is told when the bot is not ready, fails, is late, or costs too much.')
@minLength(6)
@maxLength(254)
param alertMail string

@description('Budget of the resource group for a month, in the currency of the subscription. Nothing is switched off by it: mails are sent at 80 and 100 percent.')
@minValue(5)
@maxValue(10000)
param monthlyBudget int = 30

@description('Month in which the budget begins, its first day. Keep the value of the first deployment.')
@minLength(10)
@maxLength(10)
param budgetStart string = utcNow('yyyy-MM-01')

@description('Tags for all resources.')
param tags object = {}

module identity 'modules/identity.bicep' = {
  params: {
    name: '${name}-identity'
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = {
  params: {
    name: '${name}-network'
    location: location
    tags: tags
  }
}

module insights 'modules/insights.bicep' = {
  params: {
    name: name
    location: location
    alertMail: alertMail
    sight: sight
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    accountName: storageName
    location: location
    redundancy: redundancy
    principalId: identity.outputs.principalId
    subnetId: network.outputs.subnetId
    allowedAddresses: administratorAddresses
    workspaceId: insights.outputs.workspaceId
    actionGroupId: insights.outputs.actionGroupId
    tags: tags
  }
}

module web 'modules/web.bicep' = {
  params: {
    name: name
    location: location
    plan: plan
    instances: instances
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    tenantId: tenant().tenantId
    tenants: tenants
    tableEndpoint: storage.outputs.tableEndpoint
    subnetId: network.outputs.subnetId
    workspaceId: insights.outputs.workspaceId
    insightsName: insights.outputs.insightsName
    tags: tags
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: name
    host: web.outputs.host
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    tenantId: tenant().tenantId
    tags: tags
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    siteId: web.outputs.id
    workspaceId: insights.outputs.workspaceId
    actionGroupId: insights.outputs.actionGroupId
    sight: sight
    tags: tags
  }
}

module budget 'modules/budget.bicep' = {
  params: {
    name: '${name}-budget'
    amount: monthlyBudget
    start: budgetStart
    alertMail: alertMail
  }
}

@description('Where the bot is reached: the messaging endpoint is https://<host>/api/messages, and the app package for Teams wants this name as a valid domain.')
output host string = web.outputs.host

@description('Id of the bot in Teams, for the app package: the client id of its identity.')
output appId string = identity.outputs.clientId

@description('What the setting Tables:Endpoint of the bot, and of its orders on an administrator\'s machine, wants.')
output tableEndpoint string = storage.outputs.tableEndpoint

@description('Object id of the identity the bot runs as, for further roles.')
output principalId string = identity.outputs.principalId
