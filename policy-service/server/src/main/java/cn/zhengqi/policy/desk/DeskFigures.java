package cn.zhengqi.policy.desk;

import cn.zhengqi.web.CurrentUser;
import java.util.List;

/** Counts what waits in one list, by the very query by which the list is shown; one bean for each list. */
public interface DeskFigures {

    /** Nothing for who may not open the list. */
    List<DeskFigure> of(CurrentUser user);
}
