export const seriesMessagesVi = {
  "series.successors":
    "{units} tiếp nối {unit}. Không có đơn vị nào khác nhập vào, nên số liệu so sánh được với nhau.",
  "series.successorsWider":
    "{units} tiếp nối {unit}, nhưng gồm cả {others} trước đây: số liệu rộng hơn, không so sánh thẳng được.",
  "series.predecessors":
    "Trước đó là {units}. Các đơn vị này chỉ nhập vào {unit}, nên số liệu so sánh được với nhau.",
  "series.predecessorsWider":
    "Trước đó là {units}, nhưng một phần nay thuộc {others}: số liệu rộng hơn, không so sánh thẳng được.",
  "series.changed": "Trong năm {year} có sắp xếp đơn vị, nên năm này gồm cả trước và sau: {before}; {after}.",
  "series.none": "Năm {year} chưa có {unit}, cũng không rõ đơn vị nào trước đó.",
} as const;
