package cn.zhengqi.code.processing;

import cn.idev.excel.FastExcel;
import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<String> COLUMNS = List.of("处理目的", "数据类别", "处理依据", "接收方", "保存期限", "责任服务", "编号");

    private final ProcessingRegister register;

    ProcessingController(ProcessingRegister register) {
        this.register = register;
    }

    @GetMapping
    Page<Processing> list(@Valid ProcessingFilter filter, PageRequest page) {
        return register.list(filter, page);
    }

    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(@Valid ProcessingFilter filter) {
        List<List<Object>> rows = register.all(filter).stream()
                .map(it -> List.<Object>of(
                        it.purpose(),
                        String.join("、", it.categories()),
                        it.basisLabel(),
                        it.receivers().isEmpty() ? "不向他人提供" : String.join("、", it.receivers()),
                        it.retention(),
                        it.owner(),
                        it.code()))
                .toList();
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("数据处理登记.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> FastExcel.write(out)
                        .head(COLUMNS.stream().map(List::of).toList())
                        .autoCloseStream(false)
                        .sheet("数据处理登记")
                        .doWrite(rows));
    }
}
