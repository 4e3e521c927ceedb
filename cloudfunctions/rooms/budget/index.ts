import { type Room, staffOperation } from '../../platform/room';
import { staffBudgetContract } from './contract';
import { statement } from './operations/statement';

export { budgetNeeds, offersWithoutRoom } from './needs';

export const budgetRoom: Room = {
  staff: {
    'budget.statement': staffOperation(staffBudgetContract['budget.statement'], ['operator', 'owner'], statement),
  },
};
