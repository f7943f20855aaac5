package cn.zhengqi.kernel.processing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All purposes for which a service processes data. A bean of each service; told to the register of processing.
 *
 * @param owner the service's name in Chinese
 */
public record DeclaredProcessing(String owner, List<ProcessingActivity> activities) {

    public DeclaredProcessing {
        activities = List.copyOf(activities);
        Set<String> codes = new HashSet<>();
        for (ProcessingActivity activity : activities) {
            if (!codes.add(activity.code())) {
                throw new IllegalArgumentException("Declared twice: " + activity.code());
            }
        }
    }

    public static DeclaredProcessing of(String owner, ProcessingActivity... activities) {
        return new DeclaredProcessing(owner, List.of(activities));
    }
}
