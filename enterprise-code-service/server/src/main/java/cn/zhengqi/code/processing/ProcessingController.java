package cn.zhengqi.code.processing;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.events.audit.Exports;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import cn.zhengqi.web.sheet.Sheet;
import jakarta.validation.Valid;
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
    private final Exports exports;

    ProcessingController(ProcessingRegister register, Exports exports) {
        this.register = register;
        this.exports = exports;
    }

    @GetMapping
    Page<Processing> list(@Valid ProcessingFilter filter, PageRequest page) {
        return register.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ProcessingFilter filter, CurrentUser user) {
        return exports.file(
                CodeAction.PROCESSING_EXPORTED,
                SHEET,
                filter,
                user,
                register.count(filter),
                receiver -> register.each(filter, receiver));
    }
}
