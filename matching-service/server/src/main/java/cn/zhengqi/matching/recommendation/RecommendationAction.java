package cn.zhengqi.matching.recommendation;

import cn.zhengqi.events.audit.AuditAction;

/** What is chosen and goes on record (操作日志). */
enum RecommendationAction implements AuditAction {
    RECOMMENDATIONS_SWITCHED;

    @Override
    public String subjectKind() {
        return "个性化推荐";
    }

    @Override
    public String label() {
        return "开启或关闭个性化推荐";
    }
}
