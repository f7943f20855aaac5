package cn.zhengqi.finance.application;

import cn.zhengqi.data.idempotency.Idempotent;
import cn.zhengqi.data.idempotency.OneEffect;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.finance.FinanceAction;
import cn.zhengqi.finance.FinancePermissions;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.file.FilesInMemory;
import cn.zhengqi.web.file.Upload;
import cn.zhengqi.web.file.UploadedTable;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A bank's answers as a file: taken out with what waits, looked at when it comes back, and then done as a whole. */
@RestController
@RequestMapping("/api/finance")
@Permission(FinancePermissions.HANDLE_APPLICATIONS)
class AnswerController {

    private final LoanApplications applications;
    private final AnswerImport answers;
    private final Exports exports;
    private final FilesInMemory memory;
    private final OneEffect once;
    private final Clock clock;

    AnswerController(
            LoanApplications applications,
            AnswerImport answers,
            Exports exports,
            FilesInMemory memory,
            OneEffect once,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.exports = exports;
        this.memory = memory;
        this.once = once;
        this.clock = clock;
    }

    /** What was made to the caller's institution, by the filter of the list, with columns for the answers. */
    @GetMapping("/answer-sheet")
    ResponseEntity<StreamingResponseBody> sheet(
            @Valid ApplicationFilter filter, @RequestParam(required = false) @Nullable String sort, CurrentUser user) {
        ApplicationQuery query = ApplicationQuery.of(by(user).scope(), filter, sort, user.accountId(), clock.instant());
        return exports.file(
                FinanceAction.ANSWER_SHEET_TAKEN,
                AnswerSheet.with(applications.refusalReasons()),
                filter,
                user,
                applications.count(query),
                receiver -> applications.each(query, receiver));
    }

    /** What the file would do, or each row that is wrong; nothing is done. */
    @PostMapping(path = "/answer-checks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Upload(maxBytes = UploadedTable.MAX_BYTES)
    AnswerImport.AnswersOutcome check(@RequestPart("file") MultipartFile file, CurrentUser user) throws IOException {
        return memory.during(file.getSize(), () -> {
            AnswerFile read = AnswerFile.read(UploadedTable.bytesOf(file));
            return answers.check(read, by(user));
        });
    }

    /** All answers of the file, or none and each row that is wrong. */
    @PostMapping(path = "/answers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Idempotent(asksFirst = true)
    @Upload(maxBytes = UploadedTable.MAX_BYTES)
    AnswerImport.AnswersOutcome bringIn(@RequestPart("file") MultipartFile file, CurrentUser user) throws IOException {
        return memory.during(file.getSize(), () -> {
            AnswerFile read = AnswerFile.read(UploadedTable.bytesOf(file));
            AnswerImport.By by = by(user);
            return once.of(() -> answers.apply(read, by));
        });
    }

    /** Nobody answers for a bank that they do not work for, and nobody beyond what their role reaches there. */
    private static AnswerImport.By by(CurrentUser user) {
        Actor person = new Actor(user.accountId(), user.name());
        return new AnswerImport.By(
                user.requireInstitution(),
                user.territory().institutions(),
                ApplicationController.readable(user),
                user.has(FinancePermissions.ASSIGN_APPLICATIONS) ? Decider.bank(person) : Decider.person(person));
    }
}
