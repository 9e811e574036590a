import type { Staff } from "../functions/core/staff.ts";

const account = (id: string, email: string, name: string, ...grants: Staff["grants"]): Staff => ({
  id: `minh-hoa-${id}`,
  email: `${email}@example.vn`,
  name: `${name} (minh họa)`,
  grants,
  active: true,
});

const communeCouncil = { unit: "xa-dien-khanh", council: "hoi-dong-xa-dien-khanh" };

/** Whoever may sign in beside the example, without a password. */
export const demoStaff: readonly Staff[] = [
  account("tiep-nhan", "tiep-nhan", "Cán bộ tiếp nhận", { role: "reviewer", unit: "xa-dien-khanh" }),
  account("thu-ky", "thu-ky", "Thư ký hội đồng xã", { role: "secretary", ...communeCouncil }),
  account("thanh-vien", "thanh-vien", "Thành viên hội đồng xã", { role: "member", ...communeCouncil }),
  account("thu-ky-tinh", "thu-ky-tinh", "Thư ký hội đồng tỉnh", {
    role: "secretary",
    unit: "khanh-hoa",
    council: "hoi-dong-tinh-khanh-hoa",
  }),
  account("quan-tri", "quan-tri", "Quản trị tỉnh", { role: "administrator", unit: "khanh-hoa" }),
];
