import { addWords } from "../../../words/vietnamese.ts";

/** The version of this consent is `nameConsentVersion` in core. */
export const publishNameVi = {
  "publishName.title": "Công bố họ tên khi được công nhận",
  "publishName.text":
    "Tôi đồng ý công bố họ tên của tôi cùng với tên sáng kiến, nếu sáng kiến được công nhận.",
  "publishName.paper.text":
    "Các tác giả đã đồng ý bằng văn bản cho công bố họ tên cùng với tên sáng kiến, nếu sáng kiến được công nhận.",
  "publishName.hint":
    "Không bắt buộc và không ảnh hưởng đến việc xét. Rút lại được bất cứ lúc nào ở trang theo dõi hồ sơ.",
  "publishName.others": "Mỗi đồng tác giả tự trả lời bằng liên kết riêng; ông/bà chỉ đồng ý cho chính mình.",
  "publishName.given": "Đã đồng ý công bố họ tên",
  "publishName.notGiven": "Không công bố họ tên",
  "publishName.since": "Đồng ý công bố họ tên từ {at} (bản {version})",
  "publishName.agree": "Đồng ý công bố họ tên",
  "publishName.withdraw": "Thôi công bố họ tên",
  "publishName.agree.whom": "Đồng ý công bố họ tên {name}",
  "publishName.withdraw.whom": "Thôi công bố họ tên {name}",
  "publishName.saved": "Đã ghi nhận.",
} as const;

addWords(publishNameVi);
