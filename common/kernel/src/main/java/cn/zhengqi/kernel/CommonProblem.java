package cn.zhengqi.kernel;

/** What can go wrong anywhere. */
public enum CommonProblem implements ProblemCode {
    BAD_REQUEST(400, "请求内容无法识别"),
    VALIDATION_FAILED(400, "填写的内容有误，请检查后重试"),
    FIELD_HIDDEN(400, "该字段对您的角色隐藏，不能查看、筛选或排序"),
    FIELD_MASKED(400, "该字段对您的角色只显示一部分，不能按它筛选或排序"),
    FIELD_UNKNOWN(400, "没有这个可查看的字段"),
    FILE_UNREADABLE(400, "文件无法读取，请检查后重新上传"),
    USCC_INVALID(400, "统一社会信用代码不正确"),
    UNAUTHENTICATED(401, "请先登录"),
    FORBIDDEN(403, "您没有权限进行此操作"),
    FIELD_NOT_EDITABLE(403, "该字段对您的角色不可修改"),
    NO_ENTERPRISE(403, "您还没有认证企业，请先领取企业码"),
    NO_INSTITUTION(403, "您的账号没有所属机构"),
    CSRF_REJECTED(403, "页面已过期，请刷新后重试"),
    NOT_FOUND(404, "您访问的内容不存在"),
    METHOD_NOT_ALLOWED(405, "不支持的请求方式"),
    NOT_ACCEPTABLE(406, "无法提供所要求的格式"),
    CONFLICT(409, "与现有数据冲突"),
    VERSION_CONFLICT(409, "内容已有变化（由他人，或您在另一个窗口作出），请刷新后重试"),
    SWITCHED_ELSEWHERE(409, "您已不再以本页的账号或企业办理（登录了其他账号、切换了企业，或被移出企业），本次操作没有提交。请刷新页面，确认后再办理"),
    STATE_CONFLICT(409, "当前状态不允许此操作"),
    IDEMPOTENCY_KEY_IN_USE(409, "相同的请求正在处理，请勿重复提交"),
    ANSWER_NOT_REPEATED(409, "该请求已办理，当时的结果可能已变化，不再重复显示，请重新查询"),
    PAYLOAD_TOO_LARGE(413, "上传的内容过大"),
    PICTURE_TOO_LARGE(413, "图片尺寸过大，长和宽都不超过 10000 像素，总共不超过 7500 万像素"),
    FILE_UNPACKS_TOO_LARGE(413, "文件解压后过大，请减少内容后重新上传"),
    FILE_PROTECTED(415, "PDF 文件设有打开密码，请取消密码后重新上传"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持的内容类型"),
    EXPORT_TOO_LARGE(422, "符合条件的记录太多，请缩小查询范围后再导出"),
    IDEMPOTENCY_KEY_REUSED(422, "该幂等键已用于另一请求"),
    IDEMPOTENCY_KEY_REQUIRED(428, "缺少幂等键"),
    EXPORT_UNDER_WAY(429, "您的另一份导出还没有完成，请等它下载完再导出"),
    REVEALS_USED_UP(429, "今天查看明文的次数已用完，请明天再试"),
    TOO_MANY_REQUESTS(429, "操作过于频繁，请稍后再试"),
    INTERNAL_ERROR(500, "系统繁忙，请稍后再试"),
    SERVICE_BUSY(503, "当前访问人数较多，请稍后再试"),
    SERVICE_UNAVAILABLE(503, "服务暂不可用，请稍后再试");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The code for a failure of which only the status is known. */
    public static CommonProblem forStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 502, 503, 504 -> SERVICE_UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
