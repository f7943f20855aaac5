package cn.zhengqi.policy.project;

import java.util.List;
import java.util.UUID;

/**
 * One version of what a project asks and of the steps that follow. Written once, never changed: who declared under it goes on under it.
 */
public record ProjectForm(
        UUID projectId, int version, FormDesign form, FormSchema schema, Material.All materials, Step.All steps) {

    public List<Material> papers() {
        return materials.items();
    }

    public Step step(int index) {
        return steps.items().get(index);
    }

    public boolean isLast(int index) {
        return index == steps.items().size() - 1;
    }
}
