// An example: copy it, put in your own values, and keep the copy with your papers. It holds no secret.
using 'main.bicep'

param name = 'koordinationsbot-beispiel'
param location = 'germanywestcentral'
param redundancy = 'Standard_ZRS'
param plan = 'B1'
param instances = 1
param sight = false
param alertMail = 'admin@example.org'
param monthlyBudget = 30
param budgetStart = '2027-01-01'
// Where backups are made from: the office's address as the world sees it.
param administratorAddresses = []
