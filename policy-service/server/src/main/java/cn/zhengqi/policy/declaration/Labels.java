package cn.zhengqi.policy.declaration;

import cn.zhengqi.policy.project.ProjectForm;
import java.util.LinkedHashMap;
import java.util.Map;

/** What fields and materials of a form are called. */
record Labels(Map<String, String> byKey) {

    static Labels of(ProjectForm form) {
        Map<String, String> labels = new LinkedHashMap<>();
        form.form().fields().forEach(field -> labels.put(field.key(), field.label()));
        form.papers().forEach(material -> labels.put(material.key(), material.name()));
        return new Labels(labels);
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    String of(String key) {
        return byKey.getOrDefault(key, key);
    }
}
