/** The cells of the reckoned town, and who lives there. */
export const SHELF = 'shelf_01';
export const BUDGET = 'budget_launch';
export const TEMPLATE = 'tpl_neighbour_0';
export const PEOPLE = ['r_ann', 'r_bob'] as const;
