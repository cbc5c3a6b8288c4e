// A network of the bot's own, for one purpose: the storage account lets in what comes from its subnet and nothing else. Neither costs anything.

@description('Name of the network: 2 to 64 letters, digits and hyphens.')
@minLength(2)
@maxLength(64)
param name string

@description('Azure region, that of the storage account: a service endpoint reaches accounts of its own region.')
param location string

@description('Tags of the network.')
param tags object

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.20.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          // Each instance takes one address, twice as many while the plan changes size.
          addressPrefix: '10.20.0.0/26'
          serviceEndpoints: [
            {
              service: 'Microsoft.Storage'
            }
          ]
          delegations: [
            {
              name: 'web'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
    ]
  }
}

@description('Resource id of the subnet the web app speaks from.')
output subnetId string = resourceId('Microsoft.Network/virtualNetworks/subnets', network.name, 'web')
