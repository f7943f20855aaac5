package cn.zhengqi.bench.compared;

import java.util.BitSet;

/** Decides which rules hold for one enterprise. */
public interface Judge {

    /**
     * @param facts as this judge was given them
     * @param eligible by the rule's place, empty at first
     */
    void judge(Object facts, BitSet eligible);
}
