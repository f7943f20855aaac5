package cn.zhengqi.code.consent;

import cn.zhengqi.kernel.UserType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who scans a code, as an enterprise tells them apart when it allows what they see. */
public enum ScannerKind {
    GOVERNMENT("政府工作人员"),
    BANK("银行"),
    PROVIDER("服务机构"),
    OTHER("其他扫码人");

    static final List<String> NAMES =
            Arrays.stream(values()).map(ScannerKind::name).toList();

    private final String label;

    ScannerKind(String label) {
        this.label = label;
    }

    /** @param type of a person who scans, or of who answers for a system that does; unknown counts among the others */
    public static ScannerKind of(@Nullable UserType type) {
        return switch (type) {
            case GOVERNMENT -> GOVERNMENT;
            case BANK -> BANK;
            case PROVIDER -> PROVIDER;
            case null, default -> OTHER;
        };
    }

    public String label() {
        return label;
    }
}
