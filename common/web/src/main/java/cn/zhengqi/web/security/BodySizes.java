package cn.zhengqi.web.security;

import cn.zhengqi.web.LargeBody;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.HandlerMethod;

/** How large the body of a request may be that is no file, in bytes. */
public final class BodySizes {

    private final long usual;
    private final long most;

    public BodySizes(DataSize usual, DataSize most) {
        this.usual = usual.toBytes();
        this.most = most.toBytes();
    }

    public long usual() {
        return usual;
    }

    public long of(HandlerMethod handler) {
        LargeBody declared = handler.getMethodAnnotation(LargeBody.class);
        return declared == null
                ? usual
                : Math.min(most, DataSize.ofKilobytes(declared.kilobytes()).toBytes());
    }
}
