import type { Staff } from "#core/staff/staff.ts";
import { educationDepartment } from "./pools/departments.ts";
import { provinceId } from "./units.ts";

export interface DemoPerson {
  /** Prefix of id and mail address. */
  id: string;
  name: string;
  role: Staff["grants"][number]["role"];
  unit: string;
}

const commune = "xa-dien-khanh";

/** Accounts in the README's tour. */
export const tourStaff: readonly DemoPerson[] = [
  { id: "tiep-nhan", name: "Cán bộ tiếp nhận", role: "reviewer", unit: commune },
  { id: "thu-ky", name: "Thư ký hội đồng xã", role: "secretary", unit: commune },
  { id: "thanh-vien", name: "Thành viên hội đồng xã", role: "member", unit: commune },
  { id: "thu-ky-tinh", name: "Thư ký hội đồng tỉnh", role: "secretary", unit: provinceId },
  { id: "quan-tri", name: "Quản trị tỉnh", role: "administrator", unit: provinceId },
];

const members = (prefix: string, unit: string, names: readonly string[]): DemoPerson[] =>
  names.map((name, n) => ({ id: `${prefix}-${n + 1}`, name, role: "member", unit }));

const reviewers: readonly (readonly [id: string, name: string, unit: string])[] = [
  ["tiep-nhan-tinh", "Nguyễn Thị Thanh Huệ", provinceId],
  ["tiep-nhan-nha-trang", "Trương Quốc Bảo", "phuong-nha-trang"],
  ["tiep-nhan-phan-rang", "Đàng Thị Mỹ Linh", "phuong-phan-rang"],
  ["tiep-nhan-cam-ranh", "Lê Hoàng Phúc", "phuong-cam-ranh"],
  ["tiep-nhan-ninh-hoa", "Võ Thị Bích Ngân", "phuong-ninh-hoa"],
  ["tiep-nhan-mat-tran", "Huỳnh Tấn Lộc", "mttq-khanh-hoa"],
  ["tiep-nhan-giao-duc", "Phan Thị Diễm Trang", educationDepartment],
];

export const demoPeople: readonly DemoPerson[] = [
  ...tourStaff,
  ...reviewers.map(([id, name, unit]): DemoPerson => ({ id, name, role: "reviewer", unit })),
  ...members("uy-vien-xa", commune, [
    "Đặng Văn Thành",
    "Cao Thị Ngọc Hiền",
    "Bùi Minh Khoa",
    "Hồ Thị Kim Loan",
    "Mai Xuân Định",
  ]),
  ...members("uy-vien-tinh", provinceId, [
    "Phạm Đình Nghĩa",
    "Lương Thị Hồng Vân",
    "Ngô Quang Trung",
    "Chamaléa Thị Thủy",
    "Đỗ Hữu Tân",
    "Dương Thanh Phương",
    "Tạ Công Minh",
  ]),
  { id: "thu-ky-giao-duc", name: "Trần Ngọc Quỳnh", role: "secretary", unit: educationDepartment },
  ...members("uy-vien-giao-duc", educationDepartment, [
    "Lý Thị Hoài Thương",
    "Đoàn Viết Sơn",
    "Châu Thị Mỹ Uyên",
    "Kiều Anh Tuấn",
    "Trịnh Bá Hiếu",
  ]),
  { id: "quan-tri-dien-khanh", name: "Thái Thị Thu Nhung", role: "administrator", unit: commune },
  { id: "quan-tri-giao-duc", name: "Văn Đức Hải", role: "administrator", unit: educationDepartment },
];

const staffIdOf = ({ id }: DemoPerson) => `minh-hoa-${id}`;

export function demoStaff(councilAt: (unit: string) => string, people = demoPeople): Staff[] {
  return people.map((person) => {
    const { name, role, unit } = person;
    const grant =
      role === "secretary" || role === "member" ? { role, unit, council: councilAt(unit) } : { role, unit };
    return {
      id: staffIdOf(person),
      email: `${person.id}@example.vn`,
      name: `${name} (minh họa)`,
      grants: [grant],
      active: true,
      version: 1,
    };
  });
}

export function actorOn(path: readonly string[], role: DemoPerson["role"]): string {
  for (const unit of path)
    for (const person of demoPeople)
      if (person.unit === unit && person.role === role) return staffIdOf(person);
  throw new Error(`nobody is ${role} on ${path.join(" < ")}`);
}
