package cn.zhengqi.finance.application;

import cn.zhengqi.finance.application.LoanApplicationView.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The course of an application as its readers are told it: each step with the files that came with it. */
@Component
class Courses {

    private final LoanApplicationMapper applications;
    private final ApplicationFileMapper files;

    Courses(LoanApplicationMapper applications, ApplicationFileMapper files) {
        this.applications = applications;
        this.files = files;
    }

    List<TimelineEntry> of(UUID application) {
        Map<UUID, List<ApplicationFile>> handedIn = files.of(application).stream()
                .collect(Collectors.groupingBy(
                        ApplicationFileMapper.Row::stepId,
                        Collectors.mapping(ApplicationFileMapper.Row::file, Collectors.toList())));
        return applications.steps(application).stream()
                .map(step -> TimelineEntry.of(step, handedIn.get(step.id())))
                .toList();
    }
}
