package cn.zhengqi.finance;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;

/** Permissions that this service's routes ask for. */
public final class FinancePermissions {

    public static final String APPLY = "finance.apply";
    public static final String FAVOURITES = "finance.favourite";
    public static final String HANDLE_APPLICATIONS = "finance.application.handle";
    public static final String READ_ALL_APPLICATIONS = "finance.application.read-all";
    public static final String ASSIGN_APPLICATIONS = "finance.application.assign";
    public static final String REVEAL_APPLICATIONS = "finance.application.reveal";
    public static final String OWN_PRODUCTS = "finance.product.own";
    public static final String REVIEW_PRODUCTS = "finance.product.review";

    public static final String POST_DEMANDS = "finance.demand.post";
    public static final String CLAIM_DEMANDS = "finance.demand.claim";
    public static final String READ_ALL_DEMANDS = "finance.demand.read-all";

    public static final String EDIT_NEWS = "finance.news.edit";
    public static final String REVIEW_NEWS = "finance.news.review";
    public static final String MANAGE_ACTIVITIES = "finance.activity.manage";
    public static final String SIGN_UP = "finance.activity.sign-up";

    public static final String DECLARE_NEED = "finance.coordination.declare";
    public static final String VISIT = "finance.coordination.visit";
    public static final String READ_COORDINATION = "finance.coordination.read";
    public static final String COORDINATE = "finance.coordination.manage";
    public static final String ANSWER_RECOMMENDATIONS = "finance.coordination.answer";

    /** Heads of a bank: their own people's answers. */
    public static final String SUPERVISE_ANSWERS = "finance.promise.supervise";

    /** Who looks after the banks. */
    public static final String OVERSEE_ANSWERS = "finance.promise.oversee";

    /** Of user-service. */
    public static final String KEEP_TERMS = "user.reference.manage";

    /** Scopes of keys of the open interface; no role can hold them. */
    public static final String READ_BY_SYSTEM = "openapi.loans.read";

    public static final String HANDLE_BY_SYSTEM = "openapi.applications.handle";

    public static final DeclaredPermissions DECLARED = DeclaredPermissions.of(
                    new DeclaredPermission(APPLY, "申请贷款", "企业门户", "贷款产品"),
                    new DeclaredPermission(FAVOURITES, "收藏贷款产品", "企业门户", "我的收藏"),
                    new DeclaredPermission(HANDLE_APPLICATIONS, "办理本机构的融资申请", "融资服务", "融资申请"),
                    new DeclaredPermission(READ_ALL_APPLICATIONS, "查看全部融资申请", "融资服务", "融资申请"),
                    new DeclaredPermission(ASSIGN_APPLICATIONS, "分派和转办本机构的融资申请，维护网点分工", "融资服务", "融资申请"),
                    new DeclaredPermission(REVEAL_APPLICATIONS, "凭理由查看融资申请的明文", "融资服务", "融资申请"),
                    new DeclaredPermission(POST_DEMANDS, "发布融资需求并选定报价", "企业门户", "融资需求"),
                    new DeclaredPermission(CLAIM_DEMANDS, "认领融资需求并报价", "融资服务", "融资需求"),
                    new DeclaredPermission(READ_ALL_DEMANDS, "查看全部融资需求与统计（不含企业信息）", "融资服务", "融资需求"),
                    new DeclaredPermission(DECLARE_NEED, "申报融资协调", "企业门户", "融资协调"),
                    new DeclaredPermission(VISIT, "登记走访并列入申报清单", "融资服务", "小微融资协调"),
                    new DeclaredPermission(READ_COORDINATION, "查看申报清单、推荐清单与统计", "融资服务", "小微融资协调"),
                    new DeclaredPermission(COORDINATE, "核查并推荐给银行，维护推荐标准", "融资服务", "小微融资协调"),
                    new DeclaredPermission(ANSWER_RECOMMENDATIONS, "答复推荐给本机构的企业", "融资服务", "小微融资协调"),
                    new DeclaredPermission(SUPERVISE_ANSWERS, "督办本机构的办理时限", "融资服务", "时限看板"),
                    new DeclaredPermission(OVERSEE_ANSWERS, "督办各金融机构的办理时限", "融资服务", "时限看板"),
                    new DeclaredPermission(OWN_PRODUCTS, "管理本机构的金融产品", "融资服务", "金融产品"),
                    new DeclaredPermission(REVIEW_PRODUCTS, "审核与置顶金融产品", "融资服务", "金融产品"),
                    new DeclaredPermission(EDIT_NEWS, "编辑金融资讯、行业动态和直通车", "融资服务", "金融内容"),
                    new DeclaredPermission(REVIEW_NEWS, "审核、置顶和下架金融内容", "融资服务", "金融内容"),
                    new DeclaredPermission(MANAGE_ACTIVITIES, "管理金融活动、报名和签到", "融资服务", "金融活动"),
                    new DeclaredPermission(SIGN_UP, "报名金融活动", "企业门户", "金融活动"))
            .borrowing(KEEP_TERMS, READ_BY_SYSTEM, HANDLE_BY_SYSTEM);

    private FinancePermissions() {}
}
