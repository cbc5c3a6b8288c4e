// Who the bot is: to Teams, to its tables, and to Graph where that is switched on. It has no password.

@description('Name of the identity: 3 to 128 letters, digits, hyphens and underscores.')
@minLength(3)
@maxLength(128)
param name string

@description('Azure region.')
param location string

@description('Tags of the identity.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id, by which other resources take the identity on.')
output id string = identity.id

@description('Client id: the bot\'s app id, and the setting Tables:ManagedIdentityClientId.')
output clientId string = identity.properties.clientId

@description('Object id, to which roles are given.')
output principalId string = identity.properties.principalId
