/** Promised dates: within how many working days a case is answered, who is warned, and who is told when it was not. */
@NullMarked
package cn.zhengqi.promise;

import org.jspecify.annotations.NullMarked;
