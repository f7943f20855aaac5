package cn.zhengqi.bad.edge;

import cn.zhengqi.bad.core.ThingHelper;

public class Edge {

    ThingHelper thing;
}
