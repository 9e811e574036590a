/** `woman`: only women hold this position. */
export interface Work {
  position: string;
  workplace: string;
  woman?: true;
}

const work = (position: string, workplace: string, woman?: true): Work => ({
  position,
  workplace,
  ...(woman && { woman }),
});

export const works = {
  commune: [
    work("Trưởng thôn", "{noi}"),
    work("Bí thư chi bộ thôn", "{noi}"),
    work("Trưởng Ban công tác Mặt trận", "Ban công tác Mặt trận khu dân cư, {noi}"),
    work("Chi hội trưởng Chi hội Phụ nữ", "Hội Liên hiệp Phụ nữ {noi}", true),
    work("Hội viên", "Hội Liên hiệp Phụ nữ {noi}", true),
    work("Chi hội trưởng Chi hội Nông dân", "Hội Nông dân {noi}"),
    work("Hội viên", "Hội Nông dân {noi}"),
    work("Hội viên", "Hội Cựu chiến binh {noi}"),
    work("Công chức văn hóa – xã hội", "Ủy ban nhân dân {noi}"),
    work("Công chức địa chính – nông nghiệp – môi trường", "Ủy ban nhân dân {noi}"),
    work("Công chức tư pháp – hộ tịch", "Ủy ban nhân dân {noi}"),
    work("Nhân viên", "Trung tâm Phục vụ hành chính công {noi}"),
    work("Bí thư chi đoàn", "Đoàn Thanh niên {noi}"),
    work("Nông dân", "{noi}"),
    work("Tiểu thương", "chợ {noi}"),
    work("Thợ cơ khí", "{noi}"),
    work("Giám đốc", "Hợp tác xã nông nghiệp {noi}"),
    work("Tổ trưởng Tổ công nghệ số cộng đồng", "{noi}"),
    work("Nhân viên y tế thôn", "Trạm Y tế {noi}"),
  ],
  department: [
    work("Chuyên viên", "{noi}"),
    work("Chuyên viên chính", "{noi}"),
    work("Phó Trưởng phòng", "{noi}"),
    work("Trưởng phòng", "{noi}"),
    work("Văn thư", "Văn phòng {noi}"),
    work("Kế toán", "Văn phòng {noi}"),
  ],
  school: [
    work("Giáo viên", "{noi}"),
    work("Giáo viên", "{noi}"),
    work("Tổ trưởng chuyên môn", "{noi}"),
    work("Phó Hiệu trưởng", "{noi}"),
    work("Tổng phụ trách Đội", "{noi}"),
    work("Nhân viên thư viện", "{noi}"),
  ],
  front: [
    work("Ủy viên Thường trực", "{noi}"),
    work("Chuyên viên", "Ban Phong trào, {noi}"),
    work("Phó Trưởng ban", "Ban Dân chủ – Pháp luật, {noi}"),
    work("Chuyên viên", "Văn phòng {noi}"),
  ],
  member: [
    work("Chuyên viên", "Ban Phong trào, {noi}"),
    work("Phó Trưởng ban", "{noi}"),
    work("Cán bộ chuyên trách", "{noi}"),
    work("Chuyên viên", "Văn phòng {noi}"),
  ],
} as const satisfies Record<string, readonly Work[]>;

export const qualifications = [
  ...["", "", "Trung cấp", "Cao đẳng", "Đại học", "Đại học", "Kỹ sư nông nghiệp", "Cử nhân Luật"],
  ...["Cử nhân Sư phạm", "Thạc sĩ", "Cử nhân Công nghệ thông tin", "12/12"],
] as const;

export const participantWorks = [
  "Vận hành thử và ghi chép số liệu hằng tuần",
  "Vận động các hộ dân tham gia",
  "Lắp đặt thiết bị và hướng dẫn sử dụng",
  "Chụp ảnh, quay phim và soạn tài liệu tuyên truyền",
  "Tập huấn cho các tổ tự quản",
  "Thu gom và phân loại nguyên liệu",
  "Kiểm tra kết quả và tổng hợp phiếu ý kiến",
] as const;

export const investors = [
  "",
  "",
  "",
  "",
  "Ủy ban nhân dân {noi}",
  "Quỹ khuyến học {noi}",
  "Hợp tác xã nông nghiệp {noi}",
  "Nguồn xã hội hóa của khu dân cư",
] as const;
