// Who is told what the resource group costs. Nothing is switched off.

@description('Name of the budget: 1 to 63 letters, digits, hyphens and underscores.')
@minLength(1)
@maxLength(63)
param name string

@description('Budget for a month, in the currency of the subscription.')
param amount int

@description('First day of the month it begins in.')
param start string

@description('Mail address that is told.')
param alertMail string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
    notifications: {
      nearly: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [
          alertMail
        ]
      }
      reached: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [
          alertMail
        ]
      }
    }
  }
}
