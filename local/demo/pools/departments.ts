export const departments = [
  ["van-phong-ubnd-khanh-hoa", "Văn phòng Ủy ban nhân dân tỉnh"],
  ["so-noi-vu-khanh-hoa", "Sở Nội vụ"],
  ["so-tu-phap-khanh-hoa", "Sở Tư pháp"],
  ["so-tai-chinh-khanh-hoa", "Sở Tài chính"],
  ["so-cong-thuong-khanh-hoa", "Sở Công Thương"],
  ["so-nong-nghiep-va-moi-truong-khanh-hoa", "Sở Nông nghiệp và Môi trường"],
  ["so-xay-dung-khanh-hoa", "Sở Xây dựng"],
  ["so-khoa-hoc-va-cong-nghe-khanh-hoa", "Sở Khoa học và Công nghệ"],
  ["so-van-hoa-the-thao-va-du-lich-khanh-hoa", "Sở Văn hóa, Thể thao và Du lịch"],
  ["so-giao-duc-va-dao-tao-khanh-hoa", "Sở Giáo dục và Đào tạo"],
  ["so-y-te-khanh-hoa", "Sở Y tế"],
  ["so-dan-toc-va-ton-giao-khanh-hoa", "Sở Dân tộc và Tôn giáo"],
  ["thanh-tra-khanh-hoa", "Thanh tra tỉnh"],
  ["ban-quan-ly-kkt-van-phong", "Ban Quản lý Khu kinh tế Vân Phong và các khu công nghiệp"],
  ["cong-an-khanh-hoa", "Công an tỉnh"],
  ["bo-chi-huy-quan-su-khanh-hoa", "Bộ Chỉ huy Quân sự tỉnh"],
  ["bao-hiem-xa-hoi-khanh-hoa", "Bảo hiểm xã hội tỉnh"],
  ["thue-khanh-hoa", "Thuế tỉnh"],
  ["kho-bac-khanh-hoa", "Kho bạc Nhà nước khu vực tại Khánh Hòa"],
  ["bao-va-phat-thanh-khanh-hoa", "Báo và Phát thanh, Truyền hình tỉnh"],
] as const;

export const educationDepartment = "so-giao-duc-va-dao-tao-khanh-hoa";
