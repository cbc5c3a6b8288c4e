// When somebody is told: the bot is not ready, its answers fail, what was due comes late.

@description('Name the alerts begin with.')
param name string

@description('Azure region.')
param location string

@description('Resource id of the web app.')
param siteId string

@description('Resource id of the workspace that is asked for lag.')
param workspaceId string

@description('Resource id of the action group that is told.')
param actionGroupId string

@description('Whether the bot sends metrics, without which nothing can be asked for lag.')
param sight bool

@description('Tags of the alerts.')
param tags object

resource unready 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-unready'
  location: 'global'
  tags: tags
  properties: {
    description: 'The bot is not ready: it cannot reach its tables or Teams, or its clock stands still.'
    severity: 1
    enabled: true
    scopes: [
      siteId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'unready'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'HealthCheckStatus'
          operator: 'LessThan'
          threshold: 100
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

resource failing 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-failing'
  location: 'global'
  tags: tags
  properties: {
    description: 'The bot answers with faults, or is not there to answer.'
    severity: 2
    enabled: true
    scopes: [
      siteId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'failing'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
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

// The exporter hands a histogram on as its count, sum and extremes; so the latest look of a quarter of an hour counts here, where the rules for Prometheus ask for one in twenty.
resource late 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = if (sight) {
  name: '${name}-late'
  location: location
  tags: tags
  properties: {
    displayName: '${name}-late'
    description: 'Invitations, reminders and counts come more than ten minutes late.'
    severity: 1
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "bot.due.lag" | summarize Latest = max(Max) by bin(TimeGenerated, 15m)'
          timeAggregation: 'Maximum'
          metricMeasureColumn: 'Latest'
          operator: 'GreaterThan'
          threshold: 600
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    // The table is made with the first measurement.
    skipQueryValidation: true
    actions: {
      actionGroups: [
        actionGroupId
      ]
    }
  }
}
