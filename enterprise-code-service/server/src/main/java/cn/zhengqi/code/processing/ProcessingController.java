package cn.zhengqi.code.processing;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.sheet.Sheet;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** 数据处理登记 in the console: read and taken out; it is changed in the code of the services. */
@RestController
@RequestMapping("/api/code/processing")
@Permission(CodePermissions.READ_PROCESSING)
class ProcessingController {

    private static final Sheet<Processing> SHEET = Sheet.<Processing>titled("数据处理登记")
            .column("处理目的", Processing::purpose)
            .column("数据类别", Processing::categories)
            .column("处理依据", Processing::basisLabel)
            .column("接收方", it -> it.receivers().isEmpty() ? "不向他人提供" : it.receivers())
            .column("保存期限", Processing::retention)
            .column("责任服务", Processing::owner)
            .column("编号", Processing::code);

    private final ProcessingRegister register;
    private final Clock clock;

    ProcessingController(ProcessingRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping
    Page<Processing> list(@Valid ProcessingFilter filter, PageRequest page) {
        return register.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ProcessingFilter filter, CurrentUser user) {
        List<Processing> rows = register.all(filter);
        return ResponseEntity.ok()
                .contentType(Sheet.XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("数据处理登记.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> SHEET.write(out, user, clock.instant(), rows::forEach));
    }
}
