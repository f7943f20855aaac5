package cn.zhengqi.matching.tag;

import cn.zhengqi.events.audit.AuditAction;

/** What is done with tags and goes on record (操作日志). */
enum TagAction implements AuditAction {
    TAG_CREATED("新建标签"),
    TAG_CHANGED("修改标签"),
    TAG_RETIRED("停用标签"),
    TAG_RESTORED("恢复标签"),
    TAG_DELETED("删除标签"),
    TAG_SET("打标签"),
    TAG_TAKEN("取消标签"),
    TAGS_EXPORTED("导出标签库"),
    TAG_HOLDERS_EXPORTED("导出标签下的企业或政策");

    private final String label;

    TagAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "标签";
    }

    @Override
    public String label() {
        return label;
    }
}
