package cn.zhengqi.bad.core;

import cn.zhengqi.bad.edge.Edge;
import cn.zhengqi.other.api.Told;
import cn.zhengqi.other.core.Hidden;
import org.springframework.beans.factory.annotation.Autowired;

public class ThingHelper {

    @Autowired
    Edge edge;

    Hidden hidden = new Hidden();
    Told told = new Told("x");

    public void say() {
        System.out.println(edge);
    }
}
