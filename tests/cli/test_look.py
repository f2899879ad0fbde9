import time, cProfile, pstats
def test_x(desk, run):
    f=open('/tmp/look.txt','w')
    for w in (["agent","key"],["case"],["report","--format","json"],["accept","c1"],["undo"],["correct","c1","--kind","opinion"],["undo"]):
        t=time.perf_counter(); c=time.process_time(); r=run(*w); print(w,r.code,round(time.perf_counter()-t,3),round(time.process_time()-c,3),file=f)
    p=cProfile.Profile(); p.runcall(run,"correct","c1","--kind","opinion")
    pstats.Stats(p,stream=f).sort_stats("cumtime").print_stats(45)
    f.close()
