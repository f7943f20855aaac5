/** What others may know of matching: its events. */
@NullMarked
package cn.zhengqi.matching.api;

import org.jspecify.annotations.NullMarked;
