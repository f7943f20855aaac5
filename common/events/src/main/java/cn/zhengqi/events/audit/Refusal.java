package cn.zhengqi.events.audit;

import org.jspecify.annotations.Nullable;

/** What 操作日志 has of what was tried in vain; every other entry of it is of something done. */
public enum Refusal implements AuditAction {
    /** For want of a permission, be it to read or to do. */
    ACCESS_REFUSED("无权访问，已拒绝"),
    /** Who asked may do such things, but not this one: it is not theirs, or a rule says no. */
    COMMAND_REFUSED("操作未成功");

    private final String label;

    Refusal(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String subjectKind() {
        return "接口";
    }

    /**
     * What an entry says of it, beside who tried and by which route. Never what was sent: that may be anything.
     *
     * @param problem stable code of the answer
     * @param reason what the code says to people, the same for everybody
     * @param object id in the path; absent where the route names none
     * @param intended what people call it that was tried: the names of the permissions that the route asks for; absent where this service has none for them
     */
    public record Because(
            String problem,
            String reason,
            @Nullable String object,
            @Nullable String intended) {}
}
