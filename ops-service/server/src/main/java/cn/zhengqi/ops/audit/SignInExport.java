package cn.zhengqi.ops.audit;

import cn.zhengqi.data.Json;
import cn.zhengqi.ops.export.ExportKind;
import cn.zhengqi.ops.export.ExportSource;
import cn.zhengqi.web.CurrentUser;
import java.io.OutputStream;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** 登录日志 as a job reads it. */
@Component
class SignInExport implements ExportSource {

    private final SignIns signIns;

    SignInExport(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.SIGN_INS;
    }

    @Override
    public void write(String filter, CurrentUser reader, Instant at, OutputStream target, Runnable written) {
        OperationFilter.Condition asked = signIns.condition(Json.MAPPER.readValue(filter, SignInFilter.class));
        SignInRow.SHEET.write(
                target,
                reader,
                at,
                receiver -> signIns.each(asked, row -> {
                    receiver.accept(row);
                    written.run();
                }));
    }
}
