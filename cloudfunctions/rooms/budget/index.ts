export { budgetNeeds, offersWithoutRoom } from './needs';
