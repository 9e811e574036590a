export const formVi = {} as const;
