export { type BudgetNeed, budgetNeeds, offersWithoutRoom } from './needs';
