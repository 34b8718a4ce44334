<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="vi_VN">
<context>
    <name>ChecklistModel</name>
    <message>
        <source>Có</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Tên giấy tờ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Bản chính</source>
        <translation>Originals</translation>
    </message>
    <message>
        <source>Bản sao</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Đạt</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Lý do chưa đạt</source>
        <translation>Why not good</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Đã nhập {done} dòng, từ chối {refused} dòng.</source>
        <translation>{done} lines imported, {refused} refused.</translation>
    </message>
    <message>
        <source>Dòng {line}: {what}</source>
        <translation>Line {line}: {what}</translation>
    </message>
    <message>
        <source>Không tìm thấy hồ sơ nào.</source>
        <translation>No dossier found.</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Đã trả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Sai cách dùng: {what} Xem: onestop-desk --help.</source>
        <translation>Wrong usage: {what} See: onestop-desk --help.</translation>
    </message>
    <message>
        <source>Xin báo quản trị kèm mã lỗi.</source>
        <translation>Please tell the administrator the code.</translation>
    </message>
    <message>
        <source>Đã thiết lập quầy {counter} của {agency} tại {folder}; {n} thủ tục ban đầu.</source>
        <translation>Counter {counter} of {agency} is set up in {folder}; {n} procedures to begin with.</translation>
    </message>
    <message>
        <source>Quầy {counter} tiếp tục với dải số {n}.</source>
        <translation>Counter {counter} goes on with serial range {n}.</translation>
    </message>
    <message>
        <source>Sổ nguyên vẹn: {events} sự kiện, {dossiers} hồ sơ.</source>
        <translation>The register is intact: {events} events, {dossiers} dossiers.</translation>
    </message>
    <message>
        <source>Đã dựng lại {n} hồ sơ từ nhật ký.</source>
        <translation>{n} dossiers rebuilt from the log.</translation>
    </message>
    <message>
        <source>Mật khẩu quản trị (ít nhất 8 ký tự)</source>
        <translation>Administrator&apos;s password (at least 8 characters)</translation>
    </message>
    <message>
        <source>Tệp dữ liệu hỏng: {where}. Ngừng nhập, khôi phục từ bản sao lưu.</source>
        <translation>The data file is damaged: {where}. Stop entering and restore from a backup.</translation>
    </message>
    <message>
        <source>Nhật ký khuyết sự kiện: {where}. Khôi phục từ bản sao lưu.</source>
        <translation>Events are missing from the log: {where}. Restore from a backup.</translation>
    </message>
    <message>
        <source>Sự kiện bị sửa: {where}. Khôi phục từ bản sao lưu.</source>
        <translation>An event was altered: {where}. Restore from a backup.</translation>
    </message>
    <message>
        <source>Bảng khác nhật ký: {where}. Chạy onestop-desk rebuild.</source>
        <translation>A table differs from the log: {where}. Run onestop-desk rebuild.</translation>
    </message>
    <message>
        <source>Chỉ mục tìm kiếm sai: {where}. Chạy onestop-desk rebuild.</source>
        <translation>The search index is wrong: {where}. Run onestop-desk rebuild.</translation>
    </message>
    <message>
        <source>… và {n} chỗ khác.</source>
        <translation>… and {n} more places.</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Không phải ngày, ví dụ 23/11/2026</source>
        <translation>Not a date; write, say, 23/11/2026</translation>
    </message>
</context>
<context>
    <name>Dossier</name>
    <message>
        <source>Chờ tiếp nhận</source>
        <translation>Awaiting reception</translation>
    </message>
    <message>
        <source>Đã tiếp nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Không tiếp nhận</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Đang xử lý</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Yêu cầu bổ sung</source>
        <translation>Supplement requested</translation>
    </message>
    <message>
        <source>Nghĩa vụ tài chính</source>
        <translation>Payment due</translation>
    </message>
    <message>
        <source>Xin rút</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Dừng xử lý</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Đã xử lý xong, chờ trả</source>
        <translation>Finished, to be returned</translation>
    </message>
    <message>
        <source>Đã trả kết quả</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>Tiếp nhận</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Bàn giao</source>
        <translation>Hand-over</translation>
    </message>
    <message>
        <source>Nhận bàn giao</source>
        <translation>Hand-over confirmed</translation>
    </message>
    <message>
        <source>Xong một bước</source>
        <translation>Step done</translation>
    </message>
    <message>
        <source>Đã bổ sung</source>
        <translation>Supplemented</translation>
    </message>
    <message>
        <source>Yêu cầu nộp tiền</source>
        <translation>Payment requested</translation>
    </message>
    <message>
        <source>Đã nộp tiền</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>Gia hạn, xin lỗi</source>
        <translation>Extended, with apology</translation>
    </message>
    <message>
        <source>Có kết quả</source>
        <translation>Result ready</translation>
    </message>
    <message>
        <source>Đã báo người nộp</source>
        <translation>Applicant notified</translation>
    </message>
    <message>
        <source>Trả kết quả</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Thu hồi việc trả nhầm</source>
        <translation>Wrong return recalled</translation>
    </message>
    <message>
        <source>Đính chính</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>Ghi chú</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Printed again</translation>
    </message>
    <message>
        <source>Trực tiếp</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Trực tuyến</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Tại quầy</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>Qua bưu chính</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Bản điện tử</source>
        <translation>Electronic copy</translation>
    </message>
    <message>
        <source>Trước hạn</source>
        <translation>Before due</translation>
    </message>
    <message>
        <source>Đúng hạn</source>
        <translation>On due</translation>
    </message>
    <message>
        <source>Quá hạn</source>
        <translation>Overdue</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>{limit}, trừ {days}</source>
        <translation>{limit}, not counting {days}</translation>
    </message>
    <message>
        <source>Không quy định thời hạn</source>
        <translation>No time limit</translation>
    </message>
    <message>
        <source>Chưa có lịch làm việc năm {years}: hẹn trả có thể sai.</source>
        <translation>No working calendar for {years}: the due moment may be wrong.</translation>
    </message>
    <message>
        <source>nghỉ {days} ({name})</source>
        <translation>{days} off ({name})</translation>
    </message>
    <message>
        <source>{n} ngày chờ bổ sung</source>
        <translation>{n} days waiting for papers</translation>
    </message>
    <message>
        <source>{n} ngày làm việc</source>
        <translation>{n} working days</translation>
    </message>
    <message>
        <source>{n} giờ làm việc</source>
        <translation>{n} working hours</translation>
    </message>
    <message>
        <source>{n} ngày</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n} tháng</source>
        <translation>{n} months</translation>
    </message>
    <message>
        <source>Trong ngày</source>
        <translation>The same day</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>ngày không làm việc trong tuần</source>
        <translation>days of the week without work</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Chương trình gặp lỗi ngoài dự kiến.</source>
        <translation>The program met an unexpected error.</translation>
    </message>
    <message>
        <source>Hồ sơ đã lưu vẫn an toàn.</source>
        <translation>Saved dossiers are safe.</translation>
    </message>
    <message>
        <source>Có thể làm tiếp; xin báo quản trị kèm mã lỗi.</source>
        <translation>You can go on; please tell the administrator the code.</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>Chưa mở được quầy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thử lại</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng chương trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mã: {code}</source>
        <translation type="unfinished">Code: {code}</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Họ và tên</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Tên chủ hồ sơ</source>
        <translation>Owner&apos;s name</translation>
    </message>
    <message>
        <source>Tên người nộp</source>
        <translation>Submitter&apos;s name</translation>
    </message>
    <message>
        <source>Tên cán bộ</source>
        <translation>Clerk&apos;s name</translation>
    </message>
    <message>
        <source>Tên cơ quan</source>
        <translation>Office name</translation>
    </message>
    <message>
        <source>Mã cơ quan</source>
        <translation>Agency code</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Mã thủ tục</source>
        <translation>Procedure code</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Dải số bổ sung</source>
        <translation>Extra serial range</translation>
    </message>
    <message>
        <source>Ngày sinh</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>Số điện thoại</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>Số giấy tờ tùy thân</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>Mã số thuế</source>
        <translation>Tax code</translation>
    </message>
    <message>
        <source>Mã trên thẻ căn cước</source>
        <translation>Card code</translation>
    </message>
    <message>
        <source>Dòng đọc máy trên thẻ</source>
        <translation>Card&apos;s machine-readable line</translation>
    </message>
    <message>
        <source>Địa chỉ nhận kết quả</source>
        <translation>Address for the result</translation>
    </message>
    <message>
        <source>Giấy tờ</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Số bộ hồ sơ</source>
        <translation>Number of sets</translation>
    </message>
    <message>
        <source>Số tiền</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Phí, lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Hẹn trả</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Thời hạn giải quyết</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>Ca làm việc</source>
        <translation>Working shift</translation>
    </message>
    <message>
        <source>Tuần làm việc</source>
        <translation>Working week</translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Vai trò</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Dòng nhập</source>
        <translation>Import line</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Chữ nhỏ hơn</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Cỡ chữ bình thường</source>
        <translation>Normal text size</translation>
    </message>
    <message>
        <source>Chữ lớn hơn</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Đổi giao diện sáng, tối, tương phản cao</source>
        <translation>Switch between light, dark and high contrast</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Lần quét gần nhất và hôm nay</source>
        <translation>Last scan and today</translation>
    </message>
    <message>
        <source>F1 Trợ giúp</source>
        <translation>F1 Help</translation>
    </message>
    <message>
        <source>Trợ giúp và phím tắt</source>
        <translation>Help and keys</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Tương phản</source>
        <translation>Contrast</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Trợ giúp và phím tắt</source>
        <translation>Help and keys</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Trang trợ giúp này</source>
        <translation>This help page</translation>
    </message>
    <message>
        <source>Lưu, in, hồ sơ tiếp theo</source>
        <translation>Save, print, next dossier</translation>
    </message>
    <message>
        <source>Lưu</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>In lại</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Chọn ô thủ tục</source>
        <translation>Choose a procedure tile</translation>
    </message>
    <message>
        <source>Quay lại, bản nháp được giữ</source>
        <translation>Back; the draft is kept</translation>
    </message>
    <message>
        <source>Trong ô ngày: tới, lùi một ngày; tới, lùi một tuần; hôm nay</source>
        <translation>In a date field: a day on, a day back; a week on, a week back; today</translation>
    </message>
    <message>
        <source>Chữ lớn hơn, nhỏ hơn, bình thường</source>
        <translation>Larger, smaller, normal text</translation>
    </message>
    <message>
        <source>Danh sách phím tắt</source>
        <translation>List of keys</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Đang mở sổ hồ sơ…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chương trình đang kiểm tra thư mục dữ liệu của quầy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>chưa nhập</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>có ký tự không được dùng</source>
        <translation>has characters that cannot be used</translation>
    </message>
    <message>
        <source>không đúng số chữ số</source>
        <translation>has the wrong number of digits</translation>
    </message>
    <message>
        <source>không đúng dạng mã</source>
        <translation>is not written like a code</translation>
    </message>
    <message>
        <source>không đúng cách viết</source>
        <translation>is not written the right way</translation>
    </message>
    <message>
        <source>không rõ đơn vị tính</source>
        <translation>the unit is unclear</translation>
    </message>
    <message>
        <source>ngoài khoảng cho phép</source>
        <translation>outside the allowed range</translation>
    </message>
    <message>
        <source>số không hợp lệ</source>
        <translation>not a valid number</translation>
    </message>
    <message>
        <source>không được là số âm</source>
        <translation>cannot be negative</translation>
    </message>
    <message>
        <source>quá lớn</source>
        <translation>too large</translation>
    </message>
    <message>
        <source>quá dài</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>quá nhiều</source>
        <translation>too many</translation>
    </message>
    <message>
        <source>quá ngắn</source>
        <translation>too short</translation>
    </message>
    <message>
        <source>phải là số đồng nguyên</source>
        <translation>must be whole đồng</translation>
    </message>
    <message>
        <source>không đủ thông tin</source>
        <translation>incomplete</translation>
    </message>
    <message>
        <source>sai số kiểm tra, xin đọc lại</source>
        <translation>check digit wrong, please read again</translation>
    </message>
    <message>
        <source>ngày trong mã không có thật</source>
        <translation>the day in the code does not exist</translation>
    </message>
    <message>
        <source>số thứ tự không hợp lệ</source>
        <translation>not a valid serial</translation>
    </message>
    <message>
        <source>ở tương lai</source>
        <translation>in the future</translation>
    </message>
    <message>
        <source>trước lúc tiếp nhận</source>
        <translation>before reception</translation>
    </message>
    <message>
        <source>đã dùng, không đổi được nữa</source>
        <translation>in use, cannot change any more</translation>
    </message>
    <message>
        <source>kết thúc trước khi bắt đầu</source>
        <translation>ends before it starts</translation>
    </message>
    <message>
        <source>các ca chồng lên nhau</source>
        <translation>shifts overlap</translation>
    </message>
    <message>
        <source>phải đủ bảy ngày</source>
        <translation>must have seven days</translation>
    </message>
    <message>
        <source>không có ca làm việc nào</source>
        <translation>has no working shift</translation>
    </message>
    <message>
        <source>không phải chữ UTF-8</source>
        <translation>is not UTF-8 text</translation>
    </message>
    <message>
        <source>không phải JSON</source>
        <translation>is not JSON</translation>
    </message>
    <message>
        <source>phải là một đối tượng JSON</source>
        <translation>must be a JSON object</translation>
    </message>
    <message>
        <source>không đúng định dạng</source>
        <translation>is not in the right format</translation>
    </message>
    <message>
        <source>không có trong danh mục</source>
        <translation>not in the catalogue</translation>
    </message>
    <message>
        <source>giá trị không hợp lệ</source>
        <translation>not a valid value</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Những gì đã nhập và đã lưu vẫn còn nguyên.</source>
        <translation>What was typed and saved is all kept.</translation>
    </message>
    <message>
        <source>Tệp dữ liệu không bị thay đổi.</source>
        <translation>The data file was not changed.</translation>
    </message>
    <message>
        <source>Dữ liệu đang bị một chương trình khác giữ quá {seconds} giây.</source>
        <translation>Another program has been holding the data for over {seconds} seconds.</translation>
    </message>
    <message>
        <source>Đóng chương trình sao lưu hoặc diệt vi-rút đang chạy rồi lưu lại.</source>
        <translation>Close the backup or antivirus program that is running, then save again.</translation>
    </message>
    <message>
        <source>Ổ đĩa đã đầy (còn {free} MB), không ghi được.</source>
        <translation>The disk is full ({free} MB left); nothing can be written.</translation>
    </message>
    <message>
        <source>Giải phóng ổ đĩa chứa {folder} rồi lưu lại.</source>
        <translation>Make room on the disk of {folder}, then save again.</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu chỉ đọc, không ghi được: {folder}.</source>
        <translation>The data folder is read-only: {folder}.</translation>
    </message>
    <message>
        <source>Nhờ quản trị cấp quyền ghi cho thư mục này.</source>
        <translation>Ask the administrator for the right to write to this folder.</translation>
    </message>
    <message>
        <source>Không mở được tệp dữ liệu: {path}.</source>
        <translation>The data file cannot be opened: {path}.</translation>
    </message>
    <message>
        <source>Kiểm tra ổ đĩa hoặc thư mục còn kết nối không, rồi thử lại.</source>
        <translation>Check that the disk or folder is still connected, then try again.</translation>
    </message>
    <message>
        <source>Thư mục này đã từng có dữ liệu nhưng tệp không còn: {path}.</source>
        <translation>This folder had data before, but the file is gone: {path}.</translation>
    </message>
    <message>
        <source>Chương trình không tự tạo dữ liệu trống thay thế.</source>
        <translation>The program does not make empty data in its place.</translation>
    </message>
    <message>
        <source>Khôi phục từ bản sao lưu hoặc nối lại ổ đĩa chứa tệp.</source>
        <translation>Restore from a backup, or reconnect the disk that holds the file.</translation>
    </message>
    <message>
        <source>Tệp dữ liệu bị hỏng: {path}.</source>
        <translation>The data file is damaged: {path}.</translation>
    </message>
    <message>
        <source>Ngừng nhập, sao chép nguyên thư mục dữ liệu ra nơi khác và khôi phục từ bản sao lưu.</source>
        <translation>Stop entering, copy the whole data folder elsewhere and restore from a backup.</translation>
    </message>
    <message>
        <source>Tệp này không phải dữ liệu của chương trình: {path}.</source>
        <translation>This file is not this program&apos;s data: {path}.</translation>
    </message>
    <message>
        <source>Chọn đúng thư mục dữ liệu, hoặc đặt lại tệp đúng.</source>
        <translation>Choose the right data folder, or put the right file back.</translation>
    </message>
    <message>
        <source>Dữ liệu do bản chương trình mới hơn tạo ra ({found}; bản này biết đến {known}).</source>
        <translation>The data was made by a newer version of the program (structure {found}, this one knows {known}).</translation>
    </message>
    <message>
        <source>Cập nhật chương trình rồi mở lại.</source>
        <translation>Update the program, then open it again.</translation>
    </message>
    <message>
        <source>Thư mục này chưa được thiết lập: {folder}.</source>
        <translation>This folder has not been set up: {folder}.</translation>
    </message>
    <message>
        <source>Mở chương trình để thiết lập, hoặc chạy onestop-desk setup.</source>
        <translation>Open the program to set it up, or run onestop-desk setup.</translation>
    </message>
    <message>
        <source>Thư mục này đã được thiết lập: {folder}.</source>
        <translation>This folder has already been set up: {folder}.</translation>
    </message>
    <message>
        <source>Chọn thư mục khác, hoặc dùng quầy đã có.</source>
        <translation>Choose another folder, or use the counter that exists.</translation>
    </message>
    <message>
        <source>Chương trình đang mở sẵn với thư mục dữ liệu này: {folder}.</source>
        <translation>The program is already open on this data folder: {folder}.</translation>
    </message>
    <message>
        <source>Hai bản cùng ghi có thể cấp trùng số, nên bản này không mở.</source>
        <translation>Two copies writing at once could issue the same number, so this one does not open.</translation>
    </message>
    <message>
        <source>Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.</source>
        <translation>Use the window that is open, or close it and open again.</translation>
    </message>
    <message>
        <source>Thư mục dữ liệu này đã được sao chép, di chuyển hoặc khôi phục (quầy {counter}).</source>
        <translation>This data folder was copied, moved or restored (counter {counter}).</translation>
    </message>
    <message>
        <source>Để không cấp trùng mã hồ sơ, chưa ghi gì cho đến khi có dải số mới.</source>
        <translation>So that no dossier code is issued twice, nothing is written until there is a new serial range.</translation>
    </message>
    <message>
        <source>Quản trị mở chương trình để chọn quầy và dải số, hoặc chạy onestop-desk setup --adopt.</source>
        <translation>The administrator opens the program to choose counter and range, or runs onestop-desk setup --adopt.</translation>
    </message>
    <message>
        <source>Quầy {counter} đã dùng hết dải số ngày {day} (số cuối {last}).</source>
        <translation>Counter {counter} has used up its serials for {day} (last {last}).</translation>
    </message>
    <message>
        <source>Quản trị cấp thêm dải số cho quầy trong phần Thiết lập, rồi lưu lại.</source>
        <translation>The administrator gives the counter another range in Settings; then save again.</translation>
    </message>
    <message>
        <source>Đồng hồ máy có thể sai: bây giờ là {now}, lần ghi trước là {last}.</source>
        <translation>The clock of this PC may be wrong: it is {now}, the last writing was at {last}.</translation>
    </message>
    <message>
        <source>Chỉnh lại đồng hồ, hoặc xác nhận giờ này đúng rồi lưu lại.</source>
        <translation>Set the clock right, or confirm that it is right, then save again.</translation>
    </message>
    <message>
        <source>Không có thủ tục {code} trong danh mục đang áp dụng.</source>
        <translation>No procedure {code} in the catalogue in force.</translation>
    </message>
    <message>
        <source>Kiểm tra mã, hoặc nhập danh mục mới.</source>
        <translation>Check the code, or import a new catalogue.</translation>
    </message>
    <message>
        <source>Thiếu giấy tờ bắt buộc: {names}.</source>
        <translation>Required papers are missing: {names}.</translation>
    </message>
    <message>
        <source>Đề nghị người nộp bổ sung; hồ sơ chưa được tiếp nhận.</source>
        <translation>Ask the applicant to bring them; the dossier has not been accepted.</translation>
    </message>
    <message>
        <source>Mã hồ sơ {code} đã thuộc về một hồ sơ khác.</source>
        <translation>Dossier code {code} already belongs to another dossier.</translation>
    </message>
    <message>
        <source>Kiểm tra lại mã hồ sơ của dòng này.</source>
        <translation>Check the dossier code on this line.</translation>
    </message>
    <message>
        <source>Không có hồ sơ này trên máy: {code}.</source>
        <translation>No such dossier on this PC: {code}.</translation>
    </message>
    <message>
        <source>Kiểm tra lại mã, hoặc tìm theo tên, số giấy tờ, điện thoại.</source>
        <translation>Check the code, or search by name, identity number or phone.</translation>
    </message>
    <message>
        <source>Hồ sơ {code} không thể qua bước này ở trạng thái hiện tại.</source>
        <translation>Dossier {code} cannot take this step in its present state.</translation>
    </message>
    <message>
        <source>Mở hồ sơ để xem các bước đã qua.</source>
        <translation>Open the dossier to see the steps it went through.</translation>
    </message>
    <message>
        <source>Hẹn trả muộn hơn thời hạn tính được cần lý do và quyền tổ trưởng.</source>
        <translation>A due moment later than computed needs a reason and a supervisor.</translation>
    </message>
    <message>
        <source>Hẹn trả khác thời hạn tính được cần ghi lý do.</source>
        <translation>A due moment other than computed needs a reason.</translation>
    </message>
    <message>
        <source>Ghi lý do, hoặc để chương trình tự tính.</source>
        <translation>Give a reason, or let the program compute it.</translation>
    </message>
    <message>
        <source>Dải số {extra} của quầy {counter} đã có máy dùng.</source>
        <translation>Serial range {extra} of counter {counter} is in use on another PC.</translation>
    </message>
    <message>
        <source>Chọn dải số khác.</source>
        <translation>Choose another range.</translation>
    </message>
    <message>
        <source>Tên đăng nhập hoặc mật khẩu không đúng.</source>
        <translation>Sign-in name or password is wrong.</translation>
    </message>
    <message>
        <source>Nhập lại; nếu quên mật khẩu, nhờ quản trị đặt lại.</source>
        <translation>Type them again; if the password is forgotten, ask the administrator.</translation>
    </message>
    <message>
        <source>Đây là quản trị cuối cùng của quầy này.</source>
        <translation>This is the last administrator of this counter.</translation>
    </message>
    <message>
        <source>Thêm một quản trị khác trước.</source>
        <translation>Add another administrator first.</translation>
    </message>
    <message>
        <source>Việc này phải ghi lý do.</source>
        <translation>This needs a reason.</translation>
    </message>
    <message>
        <source>Nhập lý do rồi làm lại.</source>
        <translation>Give a reason, then do it again.</translation>
    </message>
    <message>
        <source>Không có mẫu giấy {form}.</source>
        <translation>There is no form {form}.</translation>
    </message>
    <message>
        <source>Các mẫu in được: 01, slip80, label.</source>
        <translation>Forms that can be printed: 01, slip80, label.</translation>
    </message>
    <message>
        <source>Không ghi được tệp PDF: {path}.</source>
        <translation>The PDF file cannot be written: {path}.</translation>
    </message>
    <message>
        <source>Hồ sơ đã lưu, in lại được bất cứ lúc nào.</source>
        <translation>The dossier is saved and can be printed again at any time.</translation>
    </message>
    <message>
        <source>Kiểm tra quyền ghi và chỗ trống của thư mục, rồi in lại.</source>
        <translation>Check the folder&apos;s rights and free space, then print again.</translation>
    </message>
    <message>
        <source>Dòng này đã được nhập trước đây thành hồ sơ {code}, với nội dung khác.</source>
        <translation>This line was imported before as dossier {code}, with other content.</translation>
    </message>
    <message>
        <source>Dùng ref khác cho hồ sơ khác, hoặc để nguyên dòng cũ.</source>
        <translation>Use another ref for another dossier, or leave the old line as it was.</translation>
    </message>
    <message>
        <source>Bản này chưa nhập được bước “{step}”.</source>
        <translation>This version cannot import the step “{step}” yet.</translation>
    </message>
    <message>
        <source>Không có bước “{step}”.</source>
        <translation>There is no step “{step}”.</translation>
    </message>
    <message>
        <source>Dòng nhập được: do = receive.</source>
        <translation>Lines that can be imported: do = receive.</translation>
    </message>
</context>
<context>
    <name>SideStrip</name>
    <message>
        <source>Chưa quét mã nào</source>
        <translation>Nothing scanned yet</translation>
    </message>
    <message>
        <source>Quét phiếu hoặc thẻ ở bất kỳ màn hình nào.</source>
        <translation>Scan a slip or a card on any page.</translation>
    </message>
    <message>
        <source>HÔM NAY</source>
        <translation>TODAY</translation>
    </message>
    <message>
        <source>LẦN QUÉT GẦN NHẤT</source>
        <translation>LAST SCAN</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Đăng nhập</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tên đăng nhập</source>
        <translation type="unfinished">Sign-in name</translation>
    </message>
    <message>
        <source>Mật khẩu</source>
        <translation type="unfinished">Password</translation>
    </message>
    <message>
        <source>Chưa nhập.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Mã: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Không thực hiện được việc này.</source>
        <translation>This could not be done.</translation>
    </message>
    <message>
        <source>Dữ liệu đã lưu vẫn an toàn.</source>
        <translation>Saved data is safe.</translation>
    </message>
    <message>
        <source>Kiểm tra lại thông tin rồi thử lại; nếu vẫn lỗi, báo quản trị kèm mã.</source>
        <translation>Check what was entered and try again; if it fails, tell the administrator the code.</translation>
    </message>
    <message>
        <source>{field}: {reason}.</source>
        <translation>{field}: {reason}.</translation>
    </message>
    <message>
        <source>Những gì đã nhập vẫn còn nguyên.</source>
        <translation>Everything typed is still there.</translation>
    </message>
    <message>
        <source>Sửa ô này rồi tiếp tục.</source>
        <translation>Correct this field, then go on.</translation>
    </message>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
</context>
</TS>
