package cn.zhengqi.stats.ticker;

import cn.zhengqi.events.audit.AuditAction;

/** What is chosen and goes on record (操作日志). */
enum TickerAction implements AuditAction {
    TICKER_SWITCHED;

    @Override
    public String subjectKind() {
        return "最新动态";
    }

    @Override
    public String label() {
        return "开启或关闭最新动态展示";
    }
}
