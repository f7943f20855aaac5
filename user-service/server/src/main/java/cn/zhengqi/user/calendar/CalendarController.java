package cn.zhengqi.user.calendar;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.upload.UploadedTables;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.Upload;
import cn.zhengqi.web.file.UploadedTable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 工作日历 in the console. */
@RestController
@RequestMapping("/api/user/calendars")
@Permission(UserPermissions.MANAGE_REFERENCE)
class CalendarController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_DOCUMENT = 60;

    private final Calendars calendars;
    private final FilesInMemory memory;

    CalendarController(Calendars calendars, FilesInMemory memory) {
        this.calendars = calendars;
        this.memory = memory;
    }

    /**
     * @param version of the year that was seen
     * @param agreed that a day that is over is changed nevertheless; absent: who changes one is asked (CALENDAR_PAST_DAYS)
     */
    record DayChange(
            @NotNull(message = "请选择安排") DayKind kind,
            @NotNull(message = "缺少版本号") Long version,
            @Nullable Boolean agreed) {}

    @GetMapping
    List<CalendarYear> years() {
        return calendars.all();
    }

    @PutMapping("/days/{date}")
    CalendarYear change(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @Valid @RequestBody DayChange change) {
        return calendars.change(date, change.kind(), change.version(), Boolean.TRUE.equals(change.agreed()));
    }

    /** @param version of the year that was seen */
    record Withdrawal(
            @NotNull(message = "缺少版本号") Long version,

            @NotBlank(message = "请填写撤回原因") @Size(max = 200, message = "撤回原因不超过 200 字")
            String reason) {}

    /** Takes back a year that has not begun. */
    @PostMapping("/{year}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable int year, @Valid @RequestBody Withdrawal withdrawal) {
        calendars.withdraw(year, withdrawal.version(), withdrawal.reason().strip());
    }

    /**
     * All days of a year, from an .xlsx or CSV file with the columns 日期 and 安排.
     *
     * @param version of the year that it replaces; none for a year that is not arranged yet
     * @param agreed that days that are over are changed nevertheless; else who changes some is asked (CALENDAR_PAST_DAYS)
     */
    @PostMapping(path = "/{year}/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Upload(maxBytes = UploadedTable.MAX_BYTES)
    CalendarYear bringIn(
            @PathVariable int year,
            @RequestParam String document,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw ProblemException.validation("year", "RANGE", "年份应在 2000 到 2200 之间");
        }
        String number = document.strip();
        if (number.isEmpty() || number.length() > LONGEST_DOCUMENT) {
            throw ProblemException.validation("document", "REQUIRED", "请填写通知文号，不超过 60 字");
        }
        return memory.during(
                file.getSize(),
                () -> calendars.bringIn(
                        CalendarImport.of(
                                year,
                                number,
                                UploadedTables.read(
                                        UploadedTable.bytesOf(file),
                                        List.of(CalendarImport.DATE, CalendarImport.KIND))),
                        version,
                        agreed));
    }
}
