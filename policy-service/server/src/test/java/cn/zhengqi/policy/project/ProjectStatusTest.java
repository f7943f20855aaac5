package cn.zhengqi.policy.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProjectStatusTest {

    @Test
    void a_file_tells_of_a_project_what_its_list_tells() {
        assertThat(ProjectStatus.OPEN.label(WindowState.OPEN)).isEqualTo("受理中");
        assertThat(ProjectStatus.OPEN.label(WindowState.POLICY_OVER)).isEqualTo("依据的政策已到期");
        assertThat(ProjectStatus.OPEN.label(WindowState.POLICY_SUPERSEDED)).isEqualTo("依据的政策已被替代");
        assertThat(ProjectStatus.OPEN.label(WindowState.POLICY_WITHDRAWN)).isEqualTo("依据的政策已撤下");
        assertThat(ProjectStatus.CLOSED.label(WindowState.CLOSED)).isEqualTo("已关闭");
    }

    @Test
    void what_is_still_being_written_has_no_window_yet() {
        assertThat(ProjectStatus.DRAFT.label(WindowState.CLOSED)).isEqualTo("未开放");
    }
}
