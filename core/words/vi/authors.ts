/** Separate file, so that the form's first step loads no other words of `core`. */
export const authorsVi = {
  "authorKind.individual": "Cá nhân",
  "authorKind.collective": "Tập thể",
  "authorKind.household": "Hộ gia đình",
  "affiliation.front": "Mặt trận",
  "affiliation.memberOrganisation": "Tổ chức thành viên của Mặt trận",
  "affiliation.stateBody": "Cơ quan nhà nước",
  "affiliation.publicUnit": "Đơn vị sự nghiệp (trường học, bệnh viện…)",
  "affiliation.enterprise": "Doanh nghiệp, hợp tác xã",
  "affiliation.citizen": "Người dân",
} as const;
