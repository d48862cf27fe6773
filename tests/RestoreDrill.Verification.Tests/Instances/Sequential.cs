// One server is shared, and two cores are few.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(RestoreDrill.Verification.Tests.Instances.RestoredInstance))]
